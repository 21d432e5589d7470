import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { packFromFolder } from "./files/packFromDrop.js";
import { Imported } from "./screens/Imported.js";
import { QuestionScreen } from "./screens/QuestionScreen.js";
import { Refine } from "./screens/Refine.js";
import { Result } from "./screens/Result.js";
import { Start } from "./screens/Start.js";
import { openFile, tell } from "./state/actions.js";
import { store } from "./state/app.js";
import { openFolder } from "./state/packActions.js";
import { Header } from "./ui/Header.js";
import { NoticeBar } from "./ui/NoticeBar.js";
import { titlePage } from "./ui/titlePage.js";
import { useApp } from "./ui/useApp.js";
import { useGradually } from "./ui/useGradually.js";

/** A file may be dropped anywhere. */
const useDrop = () => {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const carriesFile = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true;
    const listen: Record<string, (event: DragEvent) => void> = {
      dragover: (event) => {
        if (!carriesFile(event)) return;
        event.preventDefault();
        setOver(true);
      },
      dragleave: (event) => {
        if (event.relatedTarget === null) setOver(false);
      },
      drop: (event) => {
        if (!carriesFile(event)) return;
        event.preventDefault();
        setOver(false);
        // Entries are known during the event only.
        const entry = event.dataTransfer?.items[0]?.webkitGetAsEntry?.();
        const [file, ...more] = event.dataTransfer?.files ?? [];
        if (more.length > 0) tell(store.get().words.notices.oneAtATime(more.length + 1), "error");
        else if (entry?.isDirectory) void openFolder(entry.name, packFromFolder(entry as FileSystemDirectoryEntry));
        else if (file) void openFile(file);
      },
    };
    for (const [name, listener] of Object.entries(listen)) addEventListener(name, listener as EventListener);
    return () => {
      for (const [name, listener] of Object.entries(listen)) removeEventListener(name, listener as EventListener);
    };
  }, []);
  return over;
};

/** A new screen takes the focus to its heading, so that it is read out and Tab goes on from there. */
const useFocusOnScreen = () => {
  const path = useApp((state) => state.route.path);
  const screen = path.slice(0, 2).join("/");
  const [first, setFirst] = useState(screen);
  // Before the screen is painted: a key pressed as soon as it is seen must go to it. In the frame that paints it: it is laid out there anyway.
  useLayoutEffect(() => {
    if (screen === first) return undefined;
    setFirst(screen);
    const frame = requestAnimationFrame(() => {
      scrollTo(0, 0);
      const heading = document.querySelector<HTMLElement>("h1");
      heading?.focus({ preventScroll: true });
      // On a small screen the answers stand above the result: what was asked for must be seen.
      if (heading && heading.getBoundingClientRect().top > innerHeight / 3) heading.scrollIntoView();
    });
    return () => cancelAnimationFrame(frame);
  }, [screen]);
};

const Screen = () => {
  useFocusOnScreen();
  useLayoutEffect(titlePage);
  const [screen, detail] = useApp((state) => state.route).path;
  if (screen === "question") return <QuestionScreen step={Number(detail)} />;
  if (screen === "refine") return <Refine />;
  if (screen === "imported") return <Imported />;
  if (screen === "result") return <Result />;
  return <Start />;
};

/** The whole page: its top at once, and the screen when that is painted. */
export const App = () => {
  // Other words: all of it is drawn again.
  const words = useApp((state) => state.words);
  const over = useDrop();
  const parts = useGradually(["top", "screen"], 1);
  return (
    <>
      <Header />
      <NoticeBar />
      <main id="content" tabIndex={-1}>
        {parts.includes("screen") && <Screen />}
      </main>
      {over && <p class="drop">{words.start.drop}</p>}
    </>
  );
};
