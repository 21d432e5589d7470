/** Whether a text is a day of the calendar, `YYYY-MM-DD`: there is no 30 February. */
export const isDay = (text: string): boolean => {
  // An impossible day either does not parse or becomes another one.
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};
