import type { ReactElement, ReactNode } from "react";
import { Icon } from "./icon.js";

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  /** The language of the label, where it is not that of the page: an option has no room for an element that says so. */
  readonly lang?: string | undefined;
}

interface SelectFieldProps {
  readonly id: string;
  readonly name?: string;
  readonly label: ReactNode;
  readonly selected: string;
  readonly error?: ReactNode;
  readonly groups: readonly {
    readonly label?: string;
    /** As with an option. */
    readonly lang?: string | undefined;
    readonly options: readonly SelectOption[];
  }[];
}

export function SelectField({ id, name = id, label, selected, error, groups }: SelectFieldProps): ReactElement {
  const options = (list: readonly SelectOption[]): ReactElement[] =>
    list.map((option) => (
      <option key={option.value} value={option.value} lang={option.lang}>
        {option.label}
      </option>
    ));
  return (
    <div className={`utrecht-form-field${error ? " utrecht-form-field--invalid" : ""}`}>
      <label className="utrecht-form-label" htmlFor={id}>
        {label}
      </label>
      <FieldError id={id} error={error} />
      <select
        className={`utrecht-select${error ? " utrecht-select--invalid" : ""}`}
        id={id}
        name={name}
        defaultValue={selected}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-fout` : undefined}
      >
        {groups.map((group) =>
          group.label === undefined ? (
            options(group.options)
          ) : (
            <optgroup key={group.label} label={group.label} lang={group.lang}>
              {options(group.options)}
            </optgroup>
          ),
        )}
      </select>
    </div>
  );
}

interface TextFieldProps {
  readonly id: string;
  readonly name?: string;
  readonly label: ReactNode;
  readonly value?: string;
  readonly hint?: string;
  readonly error?: ReactNode;
  readonly type?: "text" | "date" | "month" | "time" | "tel" | "email" | "file" | "password";
  readonly accept?: string;
  readonly autoComplete?: string;
  readonly isRequired?: boolean;
  readonly isShort?: boolean;
  readonly maxLength?: number;
  /** Which keys a telephone shows. */
  readonly inputMode?: "numeric" | "decimal";
}

/** One line to fill in, with its hint below the label and its error above the input. */
export function TextField(props: TextFieldProps): ReactElement {
  const { id, error, hint } = props;
  const described = [hint && `${id}-uitleg`, error && `${id}-fout`].filter(Boolean).join(" ");
  return (
    <div className={`utrecht-form-field${error ? " utrecht-form-field--invalid" : ""}`}>
      <label className="utrecht-form-label" htmlFor={id}>
        {props.label}
      </label>
      {hint ? (
        <p className="utrecht-form-field-description" id={`${id}-uitleg`}>
          {hint}
        </p>
      ) : null}
      <FieldError id={id} error={error} />
      <input
        className={`utrecht-textbox${error ? " utrecht-textbox--invalid" : ""}${props.isShort ? " rd-veld--kort" : ""}`}
        id={id}
        name={props.name ?? id}
        type={props.type ?? "text"}
        defaultValue={props.value}
        accept={props.accept}
        autoComplete={props.autoComplete}
        maxLength={props.maxLength}
        inputMode={props.inputMode}
        required={props.isRequired}
        aria-invalid={error ? true : undefined}
        aria-describedby={described === "" ? undefined : described}
      />
    </div>
  );
}

function FieldError({ id, error }: { readonly id: string; readonly error: ReactNode }): ReactElement | null {
  if (!error) return null;
  return (
    <p className="utrecht-form-field-error-message" id={`${id}-fout`}>
      <Icon name="error" />
      <span>{error}</span>
    </p>
  );
}

/** A few lines to fill in. */
export function TextAreaField(props: {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly value?: string | undefined;
}): ReactElement {
  const { id } = props;
  return (
    <div className="utrecht-form-field">
      <label className="utrecht-form-label" htmlFor={id}>
        {props.label}
      </label>
      <p className="utrecht-form-field-description" id={`${id}-uitleg`}>
        {props.hint}
      </p>
      <textarea
        className="utrecht-textarea"
        id={id}
        name={id}
        rows={3}
        defaultValue={props.value}
        aria-describedby={`${id}-uitleg`}
      />
    </div>
  );
}

interface ChoiceFieldProps {
  readonly name: string;
  readonly legend: string;
  readonly idPrefix: string;
  readonly selected?: string | undefined;
  readonly error?: ReactNode;
  readonly isRequired?: boolean;
  /** `id`: for what an address leads to; otherwise it follows from the value. */
  readonly options: readonly { readonly value: string; readonly label: ReactNode; readonly id?: string }[];
}

/** One out of a few fixed answers. */
export function ChoiceField(props: ChoiceFieldProps): ReactElement {
  return (
    <fieldset className="utrecht-form-fieldset" aria-describedby={props.error ? `${props.idPrefix}-fout` : undefined}>
      <legend className="utrecht-form-fieldset__legend">{props.legend}</legend>
      <FieldError id={props.idPrefix} error={props.error} />
      {props.options.map((option) => {
        const { id = `${props.idPrefix}-${option.value}` } = option;
        return (
          <div key={option.value} className="utrecht-form-field utrecht-form-field--radio">
            <input
              className="utrecht-radio-button"
              type="radio"
              name={props.name}
              id={id}
              value={option.value}
              required={props.isRequired}
              defaultChecked={option.value === props.selected}
            />
            <label className="utrecht-form-label utrecht-form-label--radio" htmlFor={id}>
              {option.label}
            </label>
          </div>
        );
      })}
    </fieldset>
  );
}

/** A box that has to be ticked, such as "Wij hebben dit in het team besproken". */
export function CheckField(props: {
  readonly id: string;
  readonly name: string;
  readonly value?: string;
  readonly label: ReactNode;
  readonly error?: ReactNode;
  readonly isRequired?: boolean;
  readonly isChecked?: boolean;
}): ReactElement {
  return (
    <div className="utrecht-form-field utrecht-form-field--checkbox">
      <FieldError id={props.id} error={props.error} />
      <input
        className="utrecht-checkbox"
        type="checkbox"
        id={props.id}
        name={props.name}
        value={props.value ?? "ja"}
        required={props.isRequired}
        defaultChecked={props.isChecked}
        aria-invalid={props.error ? true : undefined}
        aria-describedby={props.error ? `${props.id}-fout` : undefined}
      />
      <label className="utrecht-form-label utrecht-form-label--checkbox" htmlFor={props.id}>
        {props.label}
      </label>
    </div>
  );
}

/** The end of a form that does one thing. */
export function SubmitButton({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <div className="utrecht-button-group">
      <button className="utrecht-button utrecht-button--primary-action" type="submit">
        {children}
      </button>
    </div>
  );
}
