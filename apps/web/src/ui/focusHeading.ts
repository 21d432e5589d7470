/** Moves the focus to the heading of the screen, or of the dialog that is open: after what had it is gone. */
export const focusHeading = (): void => document.querySelector<HTMLElement>("dialog[open] h2, h1")?.focus({ preventScroll: true });
