/** The part of autocannon that the page bench uses; the package carries no types. */
declare module "autocannon" {
  type Load = {
    url: string;
    connections: number;
    duration: number;
    requests: { path: string; headers?: Record<string, string> }[];
  };
  type Loaded = {
    requests: { average: number };
    latency: { p97_5: number };
    non2xx: number;
    errors: number;
  };
  export default function autocannon(load: Load): Promise<Loaded>;
}
