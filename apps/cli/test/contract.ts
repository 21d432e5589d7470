import { type ContractOptions, type ContractSubject, contractCases } from "@strideml/plugin-kit/testing";

/** What the contract suite says of a plugin: its cases, and those that fail with the words they fail with. */
export const contract = async (subject: ContractSubject, options?: ContractOptions): Promise<{ names: string[]; failures: Record<string, string> }> => {
  const cases = await contractCases(subject, options);
  const failures: Record<string, string> = {};
  for (const { name, run } of cases) await run().catch((error: unknown) => (failures[name] = (error as Error).message));
  return { names: cases.map(({ name }) => name), failures };
};

/** The words of the only case that fails. */
export const onlyFailure = async (subject: ContractSubject, options?: ContractOptions): Promise<[string, string]> => {
  const { failures } = await contract(subject, options);
  const [first, ...more] = Object.entries(failures);
  if (!first || more.length > 0) throw new Error(`expected one failure, got ${JSON.stringify(failures, null, 2)}`);
  return first;
};
