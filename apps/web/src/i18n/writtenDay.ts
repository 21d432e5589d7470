/**
 * A day in words. The browser's own formatter would do, but setting it up takes a tenth of a second and more on a slow
 * processor, and holds up the first screen that has a date.
 * @param day `YYYY-MM-DD`
 */
export const writtenDay = (day: string, months: readonly string[], write: (day: number, month: string, year: string) => string): string => {
  const [year = "", month = "", date = ""] = day.split("-");
  return write(Number(date), months[Number(month) - 1] ?? month, year);
};
