// Shows the OpenAPI document in a viewer, in place of the list that the page has without JavaScript.

const place = document.querySelector("[data-api-viewer]");
const answer = await fetch(place.dataset.document);
if (answer.ok) await show(await answer.json());

async function show(spec) {
  // Calls go to where this page is from, whatever other address the server has.
  const here = { ...spec, servers: [{ url: location.origin }] };
  place.hidden = false;
  if (place.dataset.apiViewer === "redoc") await showRedoc(here);
  else showSwagger(here);
  document.querySelector("[data-without-viewer]").hidden = true;
}

function showSwagger(spec) {
  const styles = Object.assign(document.createElement("link"), { rel: "stylesheet", href: place.dataset.styles });
  document.head.append(styles);
  document.documentElement.classList.toggle("dark-mode", isDark());
  window.SwaggerUIBundle({
    spec,
    domNode: place,
    plugins: [callsAlone],
    layout: "CallsAlone",
    docExpansion: "none",
    deepLinking: true,
    defaultModelsExpandDepth: -1,
    persistAuthorization: false,
    validatorUrl: null,
  });
}

/** Its own layout has a heading, a main landmark and a choice among servers of its own: the page has the first two, and is one server. */
function callsAlone({ React }) {
  const { createElement } = React;
  const CallsAlone = ({ getComponent }) => {
    const part = (name) => createElement(getComponent(name, true));
    return createElement(
      "div",
      { className: "swagger-ui" },
      createElement(getComponent("SvgAssets")),
      createElement("h2", { className: "sr-only" }, "Calls"),
      createElement("div", { className: "wrapper" }, part("AuthorizeBtnContainer"), part("operations")),
    );
  };
  return { components: { CallsAlone } };
}

/** By day only: it has colours that no theme of it changes, and they cannot be read on the dark. */
function showRedoc(spec) {
  const theme = inDaylight(themeOf);
  place.style.backgroundColor = theme.sidebar.backgroundColor;
  const { nonce } = place.dataset;
  return new Promise((resolve) => {
    window.Redoc.init(spec, { theme, nonce, hideDownloadButton: true, hideLogo: true }, place, resolve);
  });
}

function isDark() {
  return getComputedStyle(document.documentElement).colorScheme.includes("dark");
}

/** What this says of the page's style as it is by day. Nothing is painted meanwhile. */
function inDaylight(say) {
  const page = document.documentElement;
  const chosen = page.dataset.theme;
  page.dataset.theme = "light";
  const said = say(getComputedStyle(page));
  if (chosen === undefined) delete page.dataset.theme;
  else page.dataset.theme = chosen;
  return said;
}

function themeOf(style) {
  const colour = (name) => `rgb(${style.getPropertyValue(`--${name}`).trim().split(/\s+/).join(", ")})`;
  const body = getComputedStyle(document.body).fontFamily;
  return {
    colors: {
      primary: { main: colour("sea") },
      success: { main: colour("ok") },
      error: { main: colour("stop") },
      warning: { main: colour("wait") },
      text: { primary: colour("ink"), secondary: colour("muted") },
      border: { dark: colour("rule"), light: colour("rule") },
    },
    schema: { nestedBackground: colour("well"), typeNameColor: colour("muted"), linesColor: colour("rule") },
    typography: {
      fontFamily: body,
      headings: { fontFamily: body },
      code: { color: colour("ink"), backgroundColor: colour("well") },
      links: { color: colour("sea"), visited: colour("sea"), hover: colour("sea-deep") },
    },
    sidebar: { backgroundColor: colour("paper"), textColor: colour("ink"), activeTextColor: colour("sea") },
  };
}
