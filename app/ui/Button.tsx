import type { ButtonHTMLAttributes } from "react";
import { Icon, type IconName } from "./Icon";

export type ButtonLook = "primary" | "ghost" | "quiet" | "danger";

/** The class of a button or of a link that looks like one. */
export const buttonClass = (look: ButtonLook = "primary", small = false, extra?: string): string =>
  ["btn", look === "primary" ? "" : `btn-${look}`, small ? "btn-sm" : "", extra ?? ""]
    .filter(Boolean)
    .join(" ");

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  look?: ButtonLook;
  small?: boolean;
  icon?: IconName;
};

/** A verb. Submits its form unless `type` says otherwise. */
export const Button = ({ look, small, icon, className, children, type = "submit", ...rest }: ButtonProps) => (
  <button type={type} className={buttonClass(look, small, className)} {...rest}>
    {icon && <Icon name={icon} />}
    {children}
  </button>
);
