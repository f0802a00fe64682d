// A first adapter for Status payloads (62): README.md tells what to do next.
package main

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
)

type object = map[string]any

// Claim what works, and nothing else. Time is the `now` of each call, never the clock of this machine.
const hello = `{"protocol": 1, "areas": ["payloads"], "capabilities": [], "clock": "virtual",
	"implementation": {"name": "my-client", "version": "0.0.0", "language": "Go"},
	"adapter": {"name": "my-client-shim", "version": "0.0.0"}}`

func answer(op string, p object) (kind string, value any) {
	kind = "error" // unless the bytes are no record, which the specification lets a client refuse
	defer func() {
		if cause := recover(); cause != nil && kind == "rejected" {
			value = object{"code": "malformed"}
		} else if cause != nil {
			value = object{"message": fmt.Sprint(cause)}
		}
	}()
	switch op {
	case "hello":
		return "ok", json.RawMessage(hello)
	case "destroy":
		return "ok", object{}
	case "payloads.encode": // your library goes here, in place of records.go
		bytes := encode(p["record"].(string), p["value"].(object))
		return "ok", object{"bytes": hex.EncodeToString(bytes)}
	case "payloads.decode":
		mustKnow(p["record"].(string))
		bytes := must(hex.DecodeString(p["bytes"].(string)))
		kind = "rejected"
		return "ok", object{"value": decode(bytes)}
	}
	return "unsupported", object{"capability": op}
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func main() {
	for in, c := json.NewDecoder(os.Stdin), (object{}); in.Decode(&c) == nil; c = nil {
		kind, value := answer(c["op"].(string), c["params"].(object))
		json.NewEncoder(os.Stdout).Encode(object{"id": c["id"], kind: value})
	}
}
