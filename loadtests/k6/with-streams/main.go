// k6 that can follow a stream of events (k6/x/sse).
package main

import (
	_ "e-keshilli/k6-with-streams/sse"

	"go.k6.io/k6/cmd"
)

func main() {
	cmd.Execute()
}
