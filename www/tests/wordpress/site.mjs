import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { browser } from "../harness.mjs";

/** The address of the WordPress that `cargo xtask wordpress` has started. */
export const address = process.env.WHOSAID_ADDRESS ?? "";

const RUN = fileURLToPath(new URL("../../../integrations/wordpress/tests/run.php", import.meta.url));

/** A report that somebody has checked, and the paragraphs that it is about. */
export const reviewed = JSON.parse(
  await readFile(new URL("../../examples/reviewed/article.whosaid.json", import.meta.url), "utf8"),
);
const article = await readFile(new URL("../../examples/reviewed/article.txt", import.meta.url), "utf8");
export const paragraphs = article.trim().split(/\n+/).slice(1);

/** @param {string} text */
const paragraph = (text) => `<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->`;

/** Paragraphs as the block editor stores them. */
export const asBlocks = (texts = paragraphs) => texts.map(paragraph).join("\n\n");

/**
 * Runs PHP inside WordPress and returns what it returns; `values` are its variable `$values`.
 * @param {string} code
 * @param {unknown} [values]
 * @returns {Promise<any>}
 */
export function php(code, values) {
  const given = `$values = json_decode('${JSON.stringify(values ?? null).replaceAll(/[\\']/g, "\\$&")}', true);\n`;
  return new Promise((resolve, reject) => {
    const child = execFile("php", [RUN], { maxBuffer: 1 << 26 }, (error, output, complaints) => {
      if (error) reject(new Error(`${error.message}\n${output}${complaints}`));
      else resolve(JSON.parse(output));
    });
    child.stdin?.end(given + code);
  });
}

/** What PHP has said against the plug-in; WordPress 6.1 itself makes PHP 8.2 complain. */
export async function complaints() {
  const text = await readFile(process.env.WHOSAID_LOG ?? "", "utf8").catch(() => "");
  return text
    .split("\n")
    .filter((line) => /plugins\/whosaid|whosaid|Fatal|incorrectly/i.test(line.replaceAll(SITE, "")));
}
const SITE = process.env.WHOSAID_WORDPRESS ?? "";

/**
 * Stores a post without the editor, and returns its number.
 * @param {{ status?: string, report?: unknown, content?: string, author?: string, type?: string }} [post]
 */
export const addPost = ({
  status = "publish",
  report = reviewed,
  content = asBlocks(),
  author = "editor-in-chief",
  type = "post",
} = {}) =>
  php(
    `$id = wp_insert_post(wp_slash(array(
      'post_title' => 'Library opens its roof to bees',
      'post_content' => $values['content'],
      'post_status' => $values['status'],
      'post_type' => $values['type'],
      'post_author' => get_user_by('login', $values['author'])->ID,
    )));
    if ($values['report'] !== null) {
        update_post_meta($id, '_whosaid_report', wp_slash($values['report']));
    }
    return $id;`,
    { status, content, author, type, report: report === null ? null : JSON.stringify(report) },
  );

/** @param {number} id */
export const addressOf = (id, type = "post") => `${address}/?${type === "page" ? "page_id" : "p"}=${id}`;

/** @param {string} theme */
export const useTheme = (theme) => php("switch_theme($values); return true;", theme);

/**
 * Changes some settings as the settings page does.
 * @param {Record<string, unknown>} changes
 */
export const changeSettings = (changes) =>
  php(
    "update_option('whosaid_settings', array_merge(Whosaid\\settings(), $values)); return Whosaid\\settings();",
    changes,
  );

/**
 * A browser for one file of tests.
 * @param {typeof import("node:test").before} before
 * @param {typeof import("node:test").after} after
 */
export function openBrowser(before, after) {
  /** @type {import("playwright-core").Browser} */
  let chromium;
  before(async () => {
    chromium = await browser();
  });
  after(() => chromium?.close());
  return {
    /**
     * A page of a visitor, or of a user who has logged in; what goes wrong in it fails the test.
     * @param {(page: import("playwright-core").Page, seen: { errors: string[], requests: string[] }) => Promise<void>} use
     * @param {import("playwright-core").BrowserContextOptions & { user?: string, path?: string }} [options]
     */
    async withPage(use, { user, path = `${address}/`, ...options } = {}) {
      const context = await chromium.newContext({ reducedMotion: "reduce", ...options });
      const page = await context.newPage();
      /** @type {{ errors: string[], requests: string[] }} */
      const seen = { errors: [], requests: [] };
      page.on("pageerror", (error) => seen.errors.push(String(error.stack ?? error)));
      page.on("request", (request) => seen.requests.push(request.url()));
      try {
        if (user) await logIn(context, user);
        await page.goto(path);
        await use(page, seen);
        if (seen.errors.length > 0) throw new Error(`the page reported: ${seen.errors.join("; ")}`);
      } finally {
        await context.close();
      }
    },
  };
}

/** The cookies of users who have logged in. @type {Map<string, any>} */
const cookies = new Map();

/** @param {import("playwright-core").BrowserContext} context @param {string} user */
async function logIn(context, user) {
  const known = cookies.get(user);
  if (known) return context.addCookies(known);
  const form = { log: user, pwd: "password", redirect_to: `${address}/`, testcookie: "1" };
  const headers = { cookie: "wordpress_test_cookie=WP+Cookie+check" };
  await context.request.post(`${address}/wp-login.php`, { form, headers });
  cookies.set(user, await context.cookies());
}

/**
 * Sends a request to the REST API as the page's user.
 * @param {import("playwright-core").Page} page
 * @param {string} route
 * @param {unknown} [body]
 * @returns {Promise<{ status: number, body: any }>}
 */
export const rest = (page, route, body) =>
  page.evaluate(
    async ({ address, route, body }) => {
      const nonce = await fetch(`${address}/wp-admin/admin-ajax.php?action=rest-nonce`).then((answer) =>
        answer.ok ? answer.text() : "",
      );
      const response = await fetch(`${address}/?rest_route=${route}`, {
        method: body === undefined ? "GET" : "POST",
        headers: { "content-type": "application/json", ...(nonce && { "x-wp-nonce": nonce }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: await response.json() };
    },
    { address, route, body },
  );
