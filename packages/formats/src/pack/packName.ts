/** What a pack is called that says no name: as its folder or file, in the letters of a package name. */
export const packName = (folderOrFile: string): string =>
  folderOrFile
    .replace(/\.[a-z]+$/i, "")
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^[^a-z0-9]+/, "") || "pack";
