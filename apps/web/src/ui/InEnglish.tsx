import { useWords } from "./useApp.js";

/** Says, in other languages, that the texts of the catalog are English. */
export const InEnglish = () => {
  const { catalogueInEnglish } = useWords();
  return catalogueInEnglish === "" ? null : <p class="help">{catalogueInEnglish}</p>;
};
