package main

import (
	_ "embed"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Stands where the library of your client goes: the flat record of records.proto, and nothing that others have.
//
//go:embed records.proto
var text string
var fields = regexp.MustCompile(`(?m)^  (\w+) (\w+) = (\d+);`).FindAllStringSubmatch(text, -1)
var names = regexp.MustCompile(`(?m)^    (\w+) = (\d+);`).FindAllStringSubmatch(text, -1)
var wireTypes = map[string]uint64{"string": 2, "bytes": 2} // of all others: 0

func encode(record string, value object) (out []byte) {
	mustKnow(record)
	for name := range value {
		if find(fields, 2, name) == nil {
			panic("no field " + name)
		}
	}
	for _, field := range fields {
		one, there := value[field[2]]
		if !there {
			continue
		}
		out = binary.AppendUvarint(out, number(field[3])<<3|wireTypes[field[1]])
		switch field[1] {
		case "string":
			out = append(binary.AppendUvarint(out, uint64(len(one.(string)))), one.(string)...)
		case "bytes":
			data := must(hex.DecodeString(one.(string)))
			out = append(binary.AppendUvarint(out, uint64(len(data))), data...)
		default:
			if name := find(names, 1, fmt.Sprint(one)); name != nil {
				one = name[2]
			}
			out = binary.AppendUvarint(out, number(fmt.Sprint(one)))
		}
	}
	return out
}

func decode(data []byte) object {
	value := object{}
	varint := func() uint64 {
		number, size := binary.Uvarint(data)
		if size <= 0 {
			panic("no varint")
		}
		data = data[size:]
		return number
	}
	for len(data) > 0 {
		key := varint()
		var part []byte
		var number uint64 // the value itself, or how long it is
		switch key & 7 {
		case 0:
			number = varint()
		case 1:
			data = data[8:]
		case 2:
			number = varint()
			part, data = data[:number:len(data)], data[number:]
		case 5:
			data = data[4:]
		default:
			panic("no wire type")
		}
		field := find(fields, 3, fmt.Sprint(key>>3))
		if field == nil || key&7 != wireTypes[field[1]] {
			continue
		}
		value[field[2]] = fmt.Sprint(number)
		switch field[1] {
		case "string":
			if !utf8.Valid(part) {
				panic("no UTF-8")
			}
			value[field[2]] = string(part)
		case "bytes":
			value[field[2]] = hex.EncodeToString(part)
		case "uint64":
		default:
			value[field[2]] = number
			if name := find(names, 2, fmt.Sprint(number)); name != nil {
				value[field[2]] = name[1]
			}
		}
	}
	return value
}

func mustKnow(record string) {
	if !strings.Contains(text, "message "+record+" {") {
		panic("no record " + record)
	}
}

// The row that has a text in a column; nil where there is none.
func find(rows [][]string, column int, text string) []string {
	for _, row := range rows {
		if row[column] == text {
			return row
		}
	}
	return nil
}

func number(text string) uint64 { return must(strconv.ParseUint(text, 10, 64)) }
