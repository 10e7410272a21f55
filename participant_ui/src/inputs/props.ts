import type { InputView } from "../../../realtime/client/wire";

/** Every drawn input is controlled: it keeps nothing that a reload should not lose. */
export interface InputProps<Value> {
  asked: InputView;
  value: Value;
  onChange: (value: Value) => void;
  disabled?: boolean;
}
