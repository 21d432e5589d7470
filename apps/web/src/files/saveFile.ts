/** What the File System Access API offers, where there is one. */
interface Picker {
  showSaveFilePicker?: (options: {
    suggestedName: string;
  }) => Promise<{ name: string; createWritable: () => Promise<{ write: (content: Blob) => Promise<void>; close: () => Promise<void> }> }>;
}

const download = (name: string, blob: Blob): string => {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  return name;
};

const isAbort = (error: unknown) => error instanceof DOMException && error.name === "AbortError";

/** Downloads a file. */
export const downloadFile = (name: string, mediaType: string, content: string | Uint8Array<ArrayBuffer>): string => download(name, new Blob([content], { type: mediaType }));

/**
 * Saves a file where the user says, or where the browser puts downloads.
 * @returns the name that it was saved by; none where the user changed their mind
 */
export const saveFile = async (name: string, mediaType: string, content: string): Promise<string | undefined> => {
  const blob = new Blob([content], { type: mediaType });
  const { showSaveFilePicker } = globalThis as Picker;
  if (!showSaveFilePicker) return download(name, blob);
  try {
    const file = await showSaveFilePicker.call(globalThis, { suggestedName: name });
    const stream = await file.createWritable();
    await stream.write(blob);
    await stream.close();
    return file.name;
  } catch (error) {
    return isAbort(error) ? undefined : download(name, blob);
  }
};
