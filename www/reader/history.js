// The browser's own Back leaves an article, Forward and a reload open it again: on the web, where the tab is the reader's alone.

/** @typedef {import("./app.js").App} App */

/** @param {App} app whose `read` and `leave` keep the tab's history from here on */
export async function followHistory(app) {
  const { read, leave } = app;
  app.read = (page) => {
    history.pushState({ page: page.id }, "");
    return read(page);
  };
  app.leave = () => {
    if (history.state?.page) history.back();
    else leave();
  };
  const show = async () => {
    const page = history.state?.page ? await app.store.page(history.state.page) : null;
    if (page) await read(page);
    else if (app.reading) leave();
  };
  addEventListener("popstate", () => void show());
  await show();
}
