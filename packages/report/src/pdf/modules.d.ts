declare module "pdfmake/build/vfs_fonts.js" {
  /** Files of fonts in base64, by their names. */
  const files: Record<string, string>;
  export default files;
}
