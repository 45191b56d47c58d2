// Waits for a new version of the page and changes what differs. What stays the same stays before the reader as it is: the place, what was unfolded, the focus, what is marked.
(() => {
  let version = document.currentScript.dataset.version;

  // Makes one node like another of its kind.
  const patch = (old, now) => {
    if (old.isEqualNode(now)) return;
    if (old.nodeType !== Node.ELEMENT_NODE) {
      old.data = now.data;
      return;
    }
    // Whether something is unfolded is the reader's.
    const theirs = (name) => name === "open" && old.nodeName === "DETAILS";
    for (const { name } of [...old.attributes]) if (!now.hasAttribute(name) && !theirs(name)) old.removeAttribute(name);
    for (const one of now.attributes) if (old.getAttribute(one.name) !== one.value && !theirs(one.name)) old.setAttributeNode(one.cloneNode());
    inside(old, now);
  };

  // The same for all that is in two elements. Nodes keep their order, so that none is moved: the focus would not go with it.
  const inside = (old, now) => {
    const [left, wanted] = [[...old.childNodes], [...now.childNodes]];
    const same = (at) => left.length > 0 && wanted.length > 0 && left.at(at).isEqualNode(wanted.at(at));
    while (same(0)) left.shift(), wanted.shift();
    let after = null;
    while (same(-1)) (after = left.pop()), wanted.pop();
    for (const one of wanted) {
      const at = left.findIndex((other) => other.nodeName === one.nodeName && other.id === one.id);
      if (at < 0) {
        old.insertBefore(document.adoptNode(one), left[0] ?? after);
      } else {
        for (const gone of left.splice(0, at)) gone.remove();
        patch(left.shift(), one);
      }
    }
    for (const gone of left) gone.remove();
  };

  // What counts only while a page is read.
  const fixed = (page) => Array.from(page.querySelectorAll("script:not([data-version]), base, meta[http-equiv]"), (one) => one.outerHTML).join();

  const show = (text) => {
    const page = new DOMParser().parseFromString(text, "text/html");
    version = page.querySelector("script[data-version]").dataset.version;
    if (fixed(page) === fixed(document)) patch(document.documentElement, page.documentElement);
    else location.reload();
  };

  const wait = async () => {
    for (;;) {
      try {
        const answer = await fetch(`/_mujaz/changes/${version}${location.pathname}`, { cache: "no-store" });
        if (answer.status !== 204) show(await answer.text());
      } catch {
        // The server is not there, or too many pages wait: that may pass.
        await new Promise((done) => setTimeout(done, 500));
      }
    }
  };
  wait();
})();
