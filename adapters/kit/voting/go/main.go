// A first adapter for the hashgraph-like consensus: README.md tells what to do next.
package main

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"os"
)

type object = map[string]any

// Claim what works, and nothing else. Time is the `now` of each call, never the clock of this machine.
const hello = `{"protocol": 1, "areas": ["voting"], "documents": ["consensus"], "capabilities": [], "clock": "virtual",
	"implementation": {"name": "my-client", "version": "0.0.0", "language": "Go"},
	"adapter": {"name": "my-client-shim", "version": "0.0.0"}}`

// Your library goes here. This only remembers what it was given, so it passes nothing.
var voters = map[any]map[any]any{} // proposals by instance: two of them share nothing

func answer(op string, instance, now any, p object) (kind string, value any) {
	var err error
	defer func() {
		if cause := cmp.Or(recover(), any(err)); cause != nil {
			kind, value = "error", object{"message": fmt.Sprint(cause)}
		}
	}()
	hash := func(text any) string { return fmt.Sprintf("%x", sha256.Sum256([]byte(text.(string)))) }
	keep := func(wire any) object {
		_, err = hex.DecodeString(wire.(string))
		id := float64(crc32.ChecksumIEEE([]byte(wire.(string))))
		voters[instance][id] = wire
		return object{"proposalId": id, "wire": wire}
	}
	find := func() string { return voters[instance][p["proposalId"]].(string) }
	ops := map[string]func() any{
		"hello":           func() any { return json.RawMessage(hello) },
		"destroy":         func() any { delete(voters, instance); return object{} },
		"voting.create":   func() any { voters[instance] = map[any]any{}; return object{"owner": hash(p["privateKey"])} },
		"voting.propose":  func() any { return keep(hash(p["name"].(string) + fmt.Sprint(p, now))) },
		"voting.receive":  func() any { return object{"proposalId": keep(p["wire"])["proposalId"]} },
		"voting.vote":     func() any { return keep(find()) },
		"voting.proposal": func() any { return object{"wire": find()} },
		"voting.result":   func() any { return object{"result": "UNDECIDED", "final": false} },
	}
	if act := ops[op]; act != nil {
		return "ok", act() // what the specification lets it refuse: "rejected", object{"code": "signature"}
	}
	return "unsupported", object{"capability": op}
}

func main() {
	for in, c := json.NewDecoder(os.Stdin), (object{}); in.Decode(&c) == nil; c = nil {
		kind, value := answer(c["op"].(string), c["instance"], c["now"], c["params"].(object))
		json.NewEncoder(os.Stdout).Encode(object{"id": c["id"], kind: value})
	}
}
