const DAY = 86_400_000;

/**
 * Runs something 400 days later. The time zone stays: modules may have made constants of it that no new process would have.
 */
export const onAnotherDay = async <T>(run: () => Promise<T>): Promise<T> => {
  const { Date: Real } = globalThis;
  const shifted = () => Real.now() + 400 * DAY;
  globalThis.Date = new Proxy(Real, {
    construct: (target, args: unknown[], newTarget) => Reflect.construct(target, args.length === 0 ? [shifted()] : args, newTarget) as Date,
    apply: () => new Real(shifted()).toString(),
    get: (target, key, receiver) => (key === "now" ? shifted : (Reflect.get(target, key, receiver) as unknown)),
  });
  try {
    return await run();
  } finally {
    globalThis.Date = Real;
  }
};
