import { useRef, useState } from "preact/hooks";
import { Cancelled, type Client, createClient } from "../engine/client.js";
import { packSources } from "../state/packs.js";
import { useWords } from "../ui/useApp.js";

/** Seconds that a template of somebody else may take. */
export const TEMPLATE_SECONDS = 10;

/** Long work in a worker of its own, so that ending it disturbs nothing else. */
export const useWork = () => {
  const words = useWords();
  const client = useRef<Client | undefined>(undefined);
  const [what, setWhat] = useState<string>();
  const [said, setSaid] = useState("");
  const run = async (name: string, work: (own: Client) => Promise<string>, seconds?: number) => {
    client.current?.end();
    const own = createClient();
    client.current = own;
    setWhat(name);
    setSaid("");
    let late = false;
    const timer = seconds === undefined ? undefined : setTimeout(() => ((late = true), own.end()), seconds * 1000);
    try {
      if (packSources().length > 0) await own.call("usePacks", packSources());
      setSaid(await work(own));
    } catch (error) {
      const ended = late ? words.documents.tooLong(seconds!) : words.documents.cancelled;
      setSaid(error instanceof Cancelled ? ended : words.documents.failed((error as Error).message));
    }
    clearTimeout(timer);
    own.end();
    if (client.current === own) setWhat(undefined);
  };
  return { what, said, run, cancel: () => client.current?.end(), say: setSaid };
};
