// Reloads the page when a build has changed it, and shows why a build failed.
// The preview server adds this script to pages as it sends them; it is no part of the site.
"use strict";
{
  const { stream: address, token, version } = document.currentScript.dataset;
  const question = new URLSearchParams({ page: location.pathname, version, token });
  let stream = null;
  let box = null;

  const hide = () => {
    box?.remove();
    box = null;
  };

  const show = (text) => {
    hide();
    box = document.createElement("div");
    box.id = "sitegen-problem";
    box.setAttribute("role", "alert");
    // Set through the object model, because the policy of the pages allows no style in the markup.
    box.style.cssText =
      "position:fixed;inset:auto 0 0;max-height:60vh;overflow:auto;z-index:2147483647;" +
      "box-sizing:border-box;padding:1rem 1.5rem;background:#7a1414;color:#fff;" +
      "font:0.9rem/1.5 ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere";
    box.textContent = text;
    document.body.append(box);
  };

  const open = () => {
    if (stream || document.hidden) return;
    stream = new EventSource(`${address}?${question}`);
    stream.addEventListener("reload", () => location.reload());
    stream.addEventListener("problem", (event) => show(JSON.parse(event.data)));
    stream.addEventListener("mended", hide);
    stream.addEventListener("error", () => {
      // The browser itself asks again when the server is away. It gives up when it is refused:
      // another server answers here now, and a new page has what that one asks for.
      if (stream?.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), 1000);
    });
  };

  const close = () => {
    stream?.close();
    stream = null;
  };

  // A browser has six connections for one host, so tabs that nobody sees give theirs back.
  // What they miss they learn from the version when they ask again.
  document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
  addEventListener("pagehide", close);
  addEventListener("pageshow", open);
}
