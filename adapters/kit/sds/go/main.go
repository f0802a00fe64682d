// A first adapter for Scalable Data Sync: README.md tells what to do next.
package main

import (
	"cmp"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
)

type object = map[string]any

// Your library goes here. This only remembers what it was given, so it passes nothing.
var participants = map[any]object{} // by instance: two of them share nothing

func answer(op, instance, now any, params object) (kind string, value any) {
	var err error
	defer func() {
		if cause := cmp.Or(recover(), any(err)); cause != nil {
			kind, value = "error", object{"message": fmt.Sprint(cause)}
		}
	}()
	switch p := participants[instance]; op {
	case "hello":
		return "ok", object{
			"protocol":       1,
			"implementation": object{"name": "my-client", "version": "0.0.0", "language": "Go"},
			"adapter":        object{"name": "my-client-shim", "version": "0.0.0"},
			"areas":          []string{"sds"},
			"capabilities":   []string{}, // claim what works, and nothing else
			"clock":          "virtual",  // time is `now`, never the clock of this machine
		}
	case "destroy":
		delete(participants, instance)
	case "sds.create":
		participants[instance] = object{}
		return "ok", object{"ignoredConfig": slices.AppendSeq([]string{}, maps.Keys(params["config"].(object)))}
	case "sds.send":
		p["sent"], err = hex.DecodeString(params["content"].(string))
		return "ok", object{"messageId": fmt.Sprintf("%.0f-%x", now, p["sent"]), "wire": params["content"]}
	case "sds.receive": // bytes that are no message: return "rejected", object{"code": "undecodable"}
		p["received"], err = hex.DecodeString(params["wire"].(string))
	case "sds.events":
		return "ok", object{"events": []any{}}
	case "sds.state": // a part that you cannot show is absent
	default:
		return "unsupported", object{"capability": op}
	}
	return "ok", object{}
}

func main() {
	for in, c := json.NewDecoder(os.Stdin), (object{}); in.Decode(&c) == nil; c = nil {
		kind, value := answer(c["op"], c["instance"], c["now"], c["params"].(object))
		json.NewEncoder(os.Stdout).Encode(object{"id": c["id"], kind: value})
	}
}
