import { markdown } from "../table";
import { engineBench } from "./engine";

console.log(markdown(await engineBench()));
