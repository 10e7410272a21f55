import { useRef } from "preact/hooks";

import { inFours } from "../../../realtime/client/code";
import type { SessionLinks } from "../../../realtime/client/desk";
import type { Translate } from "../../../realtime/client/strings";
import { qrOf } from "../words";

interface LinkProps {
  name: string;
  link: string;
  id: string;
  t: Translate;
  say: (text: string) => void;
}

function Link({ name, link, id, t, say }: LinkProps) {
  const fieldRef = useRef<HTMLInputElement>(null);
  async function copy(): Promise<void> {
    fieldRef.current?.select();
    try {
      await navigator.clipboard.writeText(link);
      say(t("links-copied"));
    } catch {
      say(t("links-not-copied"));
    }
  }
  return (
    <div class="field link-field">
      <label class="label" for={id}>
        {name}
      </label>
      <input id={id} ref={fieldRef} type="text" readOnly value={link} />
      <div class="row">
        <button type="button" class="button slim" onClick={() => void copy()} aria-label={`${t("links-copy")}: ${name}`}>
          {t("links-copy")}
        </button>
        <a class="button slim" href={link} target="_blank" rel="noreferrer" aria-label={`${t("links-open")}: ${name}`}>
          {t("links-open")}
        </a>
      </div>
    </div>
  );
}

interface LinksProps {
  title: string;
  links: SessionLinks;
  /** Nobody comes in any more; what is left is to sign the summary. */
  ended: boolean;
  t: Translate;
  say: (text: string) => void;
}

/** The three doors of a session that has just opened. Only the one for everybody has a QR code: the others hold keys. */
export function Links({ title, links, ended, t, say }: LinksProps) {
  if (ended)
    return (
      <div class="stack wide">
        <h1 class="prompt" tabIndex={-1}>
          {t("links-ended-title", { title })}
        </h1>
        <div class="sheet stack">
          <Link id="link-console" name={t("links-console")} link={links.console} t={t} say={say} />
          <p class="small soft">{t("links-ended-how")}</p>
        </div>
      </div>
    );
  return (
    <div class="stack wide">
      <h1 class="prompt" tabIndex={-1}>
        {t("links-title", { title })}
      </h1>
      <div class="links">
        <div class="sheet stack centre">
          <div class="qr">
            <img src={qrOf(links.code)} alt={t("links-qr", { link: links.join })} />
          </div>
          <p class="title num code">{inFours(links.code)}</p>
        </div>
        <div class="sheet stack">
          <Link id="link-join" name={t("links-join")} link={links.join} t={t} say={say} />
          <Link id="link-console" name={t("links-console")} link={links.console} t={t} say={say} />
          <Link id="link-screen" name={t("links-screen")} link={links.screen} t={t} say={say} />
          <p class="small soft">{t("links-how")}</p>
        </div>
      </div>
    </div>
  );
}
