import { useEffect, useReducer, useRef } from "preact/hooks";

/** A value that tells its listeners when it changes. */
export interface Store<T> {
  get: () => T;
  set: (change: Partial<T>) => void;
  subscribe: (listener: () => void) => () => void;
}

export const createStore = <T extends object>(initial: T): Store<T> => {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set: (change) => {
      state = { ...state, ...change };
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

/** A part of a store in a component, which is drawn again when that part is another one. */
export const useSelector = <T extends object, S>(store: Store<T>, select: (state: T) => S): S => {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const selected = select(store.get());
  const latest = useRef({ select, selected });
  latest.current = { select, selected };
  useEffect(() => {
    const check = () => {
      const { select: how, selected: shown } = latest.current;
      if (!Object.is(how(store.get()), shown)) draw(undefined);
    };
    check();
    return store.subscribe(check);
  }, [store]);
  return selected;
};
