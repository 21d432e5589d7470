import { failure, success } from "@strideml/plugin-kit";
import { expect, test, vi } from "vitest";
import { soundPlugins } from "../src/index.js";

/** A plugin with the names of those that it needs, in place of a real one. */
interface Part {
  name: string;
  needs: string[];
}

const merge = (parts: readonly Part[]) => {
  const names = parts.map(({ name }) => name);
  const problems = parts.flatMap(({ name, needs }) =>
    needs.filter((need) => !names.includes(need)).map((need) => ({ code: "dangling-reference", message: `${name} needs ${need}`, path: [] })),
  );
  return problems.length > 0 ? failure(problems) : success(names.join(" "));
};

const part = (name: string, ...needs: string[]): Part => ({ name, needs });

test("plugins that need one another are sound in any order", async () => {
  const { sound, merged } = await soundPlugins([part("mapping", "framework"), part("framework")], merge);
  expect([sound.length, merged]).toEqual([2, "mapping framework"]);
});

test("a broken plugin is not held against the others, which keep their order", async () => {
  const broken = part("broken", "nothing that is there");
  const { merged, wrong } = await soundPlugins([part("b", "z"), broken, part("z")], merge);
  expect(merged).toBe("b z");
  expect([...wrong.keys()]).toEqual([broken]);
  expect(wrong.get(broken)!.map(({ message }) => message)).toEqual(["broken needs nothing that is there"]);
});

test("sound plugins are merged once", async () => {
  const counted = vi.fn(merge);
  await soundPlugins([part("a"), part("b")], counted);
  expect(counted).toHaveBeenCalledTimes(1);
});
