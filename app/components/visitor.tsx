import { createContext, useContext, type ReactNode } from "react";
import { translator, type Language, type Translate } from "~/messages/translate";

/** Who reads the page: words, habits of dates and clocks, zone, and the moment it is made for. */
export type Visitor = {
  language: Language;
  locale: string;
  zone: string;
  isZoneKnown: boolean;
  now: number;
  /** This page's own address, without a language. */
  address: string;
};

const VisitorContext = createContext<(Visitor & { t: Translate }) | null>(null);

export function VisitorProvider({ visitor, children }: { visitor: Visitor; children: ReactNode }) {
  const t = translator(visitor.language, visitor.locale);
  return <VisitorContext.Provider value={{ ...visitor, t }}>{children}</VisitorContext.Provider>;
}

export function useVisitor() {
  const visitor = useContext(VisitorContext);
  if (!visitor) throw new Error("This component stands inside a PublicFrame.");
  return visitor;
}
