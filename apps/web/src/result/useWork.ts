import { useRef, useState } from "preact/hooks";
import { Cancelled, type Client, createClient } from "../engine/client.js";
import { useWords } from "../ui/useApp.js";

/** Long work in a worker of its own, so that ending it disturbs nothing else. */
export const useWork = () => {
  const words = useWords();
  const client = useRef<Client | undefined>(undefined);
  const [what, setWhat] = useState<string>();
  const [said, setSaid] = useState("");
  const run = async (name: string, work: (own: Client) => Promise<string>) => {
    client.current?.end();
    const own = createClient();
    client.current = own;
    setWhat(name);
    setSaid("");
    try {
      setSaid(await work(own));
    } catch (error) {
      setSaid(error instanceof Cancelled ? words.documents.cancelled : words.documents.failed((error as Error).message));
    }
    own.end();
    if (client.current === own) setWhat(undefined);
  };
  return { what, said, run, cancel: () => client.current?.end(), say: setSaid };
};
