/**
 * Tests the packed package as its users have it: installed from its tarball.
 *
 * Usage: node test.mjs FOLDER [--all], where FOLDER contains the package `whosaid`, as build.mjs leaves it. With `--all`, in bundlers, browsers
 * and other runtimes as well.
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const [target, option] = process.argv.slice(2);
if (!target) throw new Error("name the folder that contains the package");
const folder = resolve(target);

const run = (program, options, cwd) =>
  execFileSync(program, options, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
const npm = (options, cwd) => run("npm", [...options, "--no-audit", "--no-fund", "--loglevel", "error"], cwd);

const tarball = join(folder, npm(["pack", "./whosaid", "--silent"], folder).trim().split("\n").at(-1));

function test(name) {
  const place = join(folder, name);
  const wanted = join(here, "tests", `${name}.package.json`);
  mkdirSync(place, { recursive: true });
  const installed = join(place, "installed.json");
  if (!existsSync(installed) || readFileSync(installed, "utf8") !== readFileSync(wanted, "utf8")) {
    copyFileSync(wanted, join(place, "package.json"));
    npm(["install"], place);
    copyFileSync(wanted, installed);
  }
  npm(["install", "--no-save", "--prefer-offline", tarball], place);
  cpSync(join(here, "tests"), join(place, "tests"), { recursive: true });
  // Both kinds of tests are copied; the names tell them apart.
  const files = readdirSync(join(place, "tests")).filter((file) => file.endsWith(`.${name}.test.mjs`));
  const env = { ...process.env, WHOSAID_TARBALL: tarball };
  execFileSync(
    "node",
    ["--test", "--test-timeout=300000", "--test-concurrency=1", ...files.map((file) => join("tests", file))],
    { cwd: place, stdio: "inherit", env },
  );
}

test("quick");
if (option === "--all") test("full");
