import { useRouteLoaderData } from "@remix-run/react";
import { createContext, useContext } from "react";
import { pictureSizes, type PictureName } from "./picture-sizes";

type Theme = "system" | "light" | "dark";

/** Which pictures a page shows: those of the reader's own choice, where there is one. */
export const PictureTheme = createContext<Theme>("system");

/** The theme that the root has read from the reader's cookie. */
export function useChosenTheme(): Theme {
  return (useRouteLoaderData("root") as { theme?: Theme } | undefined)?.theme ?? "system";
}

/** A picture of a page, in the reader's light. */
export function Picture({ name, alt }: { name: PictureName; alt: string }) {
  const theme = useContext(PictureTheme);
  const { width, height } = pictureSizes[name];
  return (
    <picture className="block max-w-form">
      {theme === "system" ? (
        <source srcSet={pictureAddress(name, "dark")} media="(prefers-color-scheme: dark)" type="image/webp" />
      ) : null}
      <img
        src={pictureAddress(name, theme === "dark" ? "dark" : "light")}
        alt={alt}
        width={width}
        height={height}
        loading="lazy"
        decoding="async"
        className="h-auto w-full border border-rule"
      />
    </picture>
  );
}

export function pictureAddress(name: PictureName, theme: "light" | "dark") {
  return `/help/${name}-${theme}.webp`;
}
