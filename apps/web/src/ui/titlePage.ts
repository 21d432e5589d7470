/** Names the window after the heading of the screen: what history, tabs and screen readers tell. */
export const titlePage = (): void => {
  document.title = [document.querySelector("h1")?.textContent, "StrideML"].filter(Boolean).join(" · ");
};
