import type { Answer, InputView } from "../../../realtime/client/wire";

/** The words of one's own card, as they were given; nothing for every other answer. */
export function OwnWords({ input, answer }: { input: InputView; answer: Answer }) {
  if (answer.t === "text")
    return (
      <blockquote class="hold own">
        <p class="voice" dir="auto">
          {answer.text}
        </p>
      </blockquote>
    );
  if (answer.t !== "fields") return null;
  return (
    <blockquote class="hold own stack tight">
      {input.fields.map(({ key, label }) => (
        <p class="voice" dir="auto" key={key}>
          <span class="small soft">{label} </span>
          {answer.fields[key] ?? ""}
        </p>
      ))}
    </blockquote>
  );
}
