/** One thing that a plugin must keep. `run` throws where it does not, and says what to do. */
export interface TestCase {
  name: string;
  run: () => void | Promise<void>;
}
