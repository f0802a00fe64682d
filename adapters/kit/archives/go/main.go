// A first adapter for community archives (61): README.md tells what to do next.
package main

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
)

type object = map[string]any

// Claim what works, and nothing else. Time is the `now` of each call, never the clock of this machine.
const hello = `{"protocol": 1, "areas": ["archives"], "capabilities": ["archives.member"], "clock": "virtual",
	"implementation": {"name": "my-client", "version": "0.0.0", "language": "Go"},
	"adapter": {"name": "my-client-shim", "version": "0.0.0"}}`

// Your library goes here. This only remembers what it joined, so it passes nothing.
type node struct{ joined object }

var nodes = map[any]*node{} // by instance: two of them share nothing

func answer(op string, instance, now any, p object) (kind string, value any) {
	var err error
	defer func() {
		if cause := cmp.Or(recover(), any(err)); cause != nil {
			kind, value = "error", object{"message": fmt.Sprint(cause)}
		}
	}()
	hash := func(text any) string { return fmt.Sprintf("02%x", sha256.Sum256([]byte(text.(string)))) }
	at := func() object { return nodes[instance].joined } // panics where there is no such node
	member := func(reply object) object { _ = at()[p["communityId"].(string)].(bool); return reply }
	view := object{"controlNode": false, "name": "", "channelTopics": []any{}, "specialTopic": "", "chatIds": []any{}}
	ops := map[string]func() any{
		"hello":              func() any { return json.RawMessage(hello) },
		"destroy":            func() any { delete(nodes, instance); return object{} },
		"archives.create":    func() any { nodes[instance] = &node{object{}}; return object{"publicKey": hash(p["privateKey"])} },
		"archives.advance":   func() any { at(); return object{} }, // does all that is due up to `now`
		"archives.receive":   func() any { at(); _, err = hex.DecodeString(p["wire"].(string)); return object{} },
		"archives.sent":      func() any { at(); return object{"messages": []any{}} },
		"archives.join":      func() any { at()[p["communityId"].(string)] = true; return object{} },
		"archives.leave":     func() any { delete(at(), p["communityId"].(string)); return object{} },
		"archives.community": func() any { return member(view) },
		"archives.messages":  func() any { return member(object{"messages": []any{}}) },
		"archives.post":      func() any { return member(object{"messageId": hash(fmt.Sprint(p, now))}) },
	}
	if act := ops[op]; act != nil {
		return "ok", act() // what the specification lets it refuse: "rejected", object{"code": "not-genuine"}
	}
	return "unsupported", object{"capability": op}
}

func main() {
	for in, c := json.NewDecoder(os.Stdin), (object{}); in.Decode(&c) == nil; c = nil {
		kind, value := answer(c["op"].(string), c["instance"], c["now"], c["params"].(object))
		json.NewEncoder(os.Stdout).Encode(object{"id": c["id"], kind: value})
	}
}
