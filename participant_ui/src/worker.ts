/**
 * Keeps the phone's page for a reload without a network: the page itself, its own files and the library's texts in the language that
 * was chosen, nothing of any session. What people see and write goes past it. It is registered for one session's address only (see offline.ts).
 */

/** Every file of this build; the build puts them in. */
declare const FILES_OF_THIS_BUILD: readonly string[];

interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface Fetching extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface WorkerScope {
  addEventListener(type: "install" | "activate", take: (event: Waiting) => void): void;
  addEventListener(type: "fetch", take: (event: Fetching) => void): void;
  skipWaiting(): Promise<void>;
}

const worker = self as unknown as WorkerScope;
const SHELL = "/phone/index.html";
const FILES: ReadonlySet<string> = new Set(FILES_OF_THIS_BUILD);
const TEXTS = /^\/texts\/[a-z]+\.json$/;
const CACHE = "phone";
/** Milliseconds after which a network that says nothing counts as none. */
const PATIENCE = 5000;

async function keep(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll([new Request(SHELL, { cache: "reload" }), ...FILES]);
  await worker.skipWaiting();
}

async function dropOthers(): Promise<void> {
  const cache = await caches.open(CACHE);
  const old = (await cache.keys()).filter(({ url }) => {
    const { pathname } = new URL(url);
    return pathname !== SHELL && !FILES.has(pathname) && !TEXTS.test(pathname);
  });
  await Promise.all(old.map((request) => cache.delete(request)));
}

const impatient = (): Promise<null> => new Promise((resolve) => setTimeout(() => resolve(null), PATIENCE));

/** The newest page there is; the kept one where the network or the server is away. */
async function page(request: Request): Promise<Response> {
  const asked = fetch(request);
  const answer = await Promise.race([asked.catch(() => null), impatient()]);
  if (answer !== null && answer.status < 500) return answer;
  return (await caches.match(SHELL)) ?? asked;
}

async function file(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

/** The newest texts there are; the kept ones where the network or the server is away. */
async function texts(request: Request): Promise<Response> {
  const asked = fetch(request);
  const answer = await Promise.race([asked.catch(() => null), impatient()]);
  if (answer === null || !answer.ok) return (await caches.match(request, { ignoreVary: true })) ?? asked;
  await (await caches.open(CACHE)).put(request, answer.clone());
  return answer;
}

worker.addEventListener("install", (event) => event.waitUntil(keep()));
worker.addEventListener("activate", (event) => event.waitUntil(dropOthers()));
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { pathname } = new URL(request.url);
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (request.method !== "GET") return;
  else if (FILES.has(pathname)) event.respondWith(file(request));
  else if (TEXTS.test(pathname)) event.respondWith(texts(request));
});
