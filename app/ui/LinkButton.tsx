import type { AnchorHTMLAttributes } from "react";
import { type ButtonLook, buttonClass } from "./Button";
import { Icon, type IconName } from "./Icon";

type LinkButtonProps = AnchorHTMLAttributes<HTMLAnchorElement> & {
  href: string;
  look?: ButtonLook;
  small?: boolean;
  icon?: IconName;
};

/** A way to the page where something is done, looking like the verb it leads to. */
export const LinkButton = ({ look, small, icon, className, children, ...rest }: LinkButtonProps) => (
  <a className={buttonClass(look, small, className)} {...rest}>
    {icon && <Icon name={icon} />}
    {children}
  </a>
);
