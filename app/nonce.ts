import { createContext } from "react";

/** The nonce that this answer's Content-Security-Policy allows scripts by. */
export const NonceContext = createContext("");
