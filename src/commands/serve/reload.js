// Asks the server whether there is a new version, and shows it where the reader was.
(() => {
  const version = document.currentScript.dataset.version;
  const key = "mujaz:" + location.pathname;
  const folds = () => [...document.querySelectorAll("details")];

  const kept = JSON.parse(sessionStorage.getItem(key) || "null");
  sessionStorage.removeItem(key);
  if (kept) {
    folds().forEach((fold, number) => { if (number in kept.open) fold.open = kept.open[number]; });
    scrollTo({ left: kept.x, top: kept.y, behavior: "instant" });
    addEventListener("load", () => { history.scrollRestoration = "auto"; });
  }

  const wait = async () => {
    try {
      const answer = await fetch("/_mujaz/changes?since=" + version, { cache: "no-store" });
      if (answer.status === 200) {
        sessionStorage.setItem(key, JSON.stringify({ x: scrollX, y: scrollY, open: folds().map((fold) => fold.open) }));
        // The browser would bring the place back too, at another time.
        history.scrollRestoration = "manual";
        location.reload();
        return;
      }
    } catch {
      // The server is not there: it may come back.
      await new Promise((done) => setTimeout(done, 500));
    }
    wait();
  };
  wait();
})();
