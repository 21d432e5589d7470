import { store, type State } from "../state/app.js";
import { useSelector } from "../state/createStore.js";

/** A part of the page's state in a component. */
export const useApp = <S>(select: (state: State) => S): S => useSelector(store, select);

/** The words of the page in the chosen language. Nothing need wait for other words: `App` does, and all below it is drawn again with it. */
export const useWords = () => store.get().words;

/** The threat model that is looked at: a saved one as it is, or that of the draft. */
export const useModel = () => useApp((state) => state.saved ?? state.model);

/** Whether answers and decisions can be changed: not in a saved model that is looked at as it is. */
export const useEditable = () => useApp((state) => state.saved === undefined);

/** Texts of the catalog are English whatever the language of the page; screen readers are told. Goes with the words. */
export const useCatalogLang = () => (store.get().locale === "en" ? undefined : "en");
