import { store, type State } from "../state/app.js";
import { useSelector } from "../state/createStore.js";

/** A part of the page's state in a component. */
export const useApp = <S>(select: (state: State) => S): S => useSelector(store, select);

/** The words of the page in the chosen language. */
export const useWords = () => useApp((state) => state.words);

/** The threat model that is looked at: a saved one as it is, or that of the draft. */
export const useModel = () => useApp((state) => state.saved ?? state.model);

/** Whether answers and decisions can be changed: not in a saved model that is looked at as it is. */
export const useEditable = () => useApp((state) => state.saved === undefined);

/** Texts of the catalog are English whatever the language of the page; screen readers are told. */
export const useCatalogLang = () => useApp((state) => (state.locale === "en" ? undefined : "en"));
