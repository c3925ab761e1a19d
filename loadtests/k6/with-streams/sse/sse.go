// Package sse lets a k6 script follow a stream of events. Its calls are those of the community's xk6-sse, so that a script
// runs with either.
package sse

import (
	"fmt"
	"net/http"
	"time"

	"github.com/grafana/sobek"
	"go.k6.io/k6/js/common"
	"go.k6.io/k6/js/modules"
	"go.k6.io/k6/metrics"
)

func init() {
	modules.Register("k6/x/sse", &rootModule{})
}

type rootModule struct{}

type module struct {
	vu     modules.VU
	events *metrics.Metric
}

// NewModuleInstance makes the module of one virtual user.
func (*rootModule) NewModuleInstance(vu modules.VU) modules.Instance {
	return &module{vu: vu, events: vu.InitEnv().Registry.MustNewMetric("sse_event", metrics.Counter)}
}

// Exports is what `import sse from "k6/x/sse"` gives.
func (m *module) Exports() modules.Exports {
	return modules.Exports{Default: map[string]any{"open": m.open}}
}

// response is what an opened stream answered; Error says why there was none, or why it broke.
type response struct {
	URL    string `js:"url"`
	Status int    `js:"status"`
	Error  string `js:"error"`
}

// client is what a script is given to say what it wants to hear of: open, event, error.
type client struct {
	handlers map[string]sobek.Callable
	closed   chan struct{}
}

func (c *client) On(name string, handler sobek.Callable) { c.handlers[name] = handler }

// Close ends the stream; open returns then.
func (c *client) Close() {
	select {
	case <-c.closed:
	default:
		close(c.closed)
	}
}

func (c *client) call(name string, arguments ...sobek.Value) error {
	handler, ok := c.handlers[name]
	if !ok {
		return nil
	}
	_, err := handler(sobek.Undefined(), arguments...)
	return err
}

// open follows a stream until the script closes it, it ends, or the virtual user's time is over. Params are headers and
// tags, as of k6/http.
func (m *module) open(url string, params *sobek.Object, setUp sobek.Callable) (*response, error) {
	state, runtime, ctx := m.vu.State(), m.vu.Runtime(), m.vu.Context()
	if state == nil {
		return nil, common.NewInitContextError("a stream is not opened before the test begins")
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	request.Header.Set("Accept", "text/event-stream")
	tags := state.Tags.GetCurrentValues().Tags
	if err := m.readParams(params, request, &tags); err != nil {
		return nil, err
	}

	follower := &client{handlers: map[string]sobek.Callable{}, closed: make(chan struct{})}
	if _, err := setUp(sobek.Undefined(), runtime.ToValue(follower)); err != nil {
		return nil, err
	}
	answer, err := (&http.Client{Transport: state.Transport}).Do(request)
	if err != nil {
		return &response{URL: url, Error: err.Error()}, follower.call("error", runtime.ToValue(err.Error()))
	}
	defer answer.Body.Close()
	result := &response{URL: url, Status: answer.StatusCode}
	if answer.StatusCode != http.StatusOK {
		return result, nil
	}
	if err := follower.call("open"); err != nil {
		return nil, err
	}

	events, ended, gone := make(chan Event), make(chan error, 1), make(chan struct{})
	defer close(gone)
	go func() {
		ended <- readEvents(answer.Body, func(event Event) bool {
			select {
			case events <- event:
				return true
			case <-gone:
				return false
			}
		})
	}()
	for {
		// Scripts are single-threaded: their functions are called here alone.
		select {
		case event := <-events:
			metrics.PushIfNotDone(ctx, state.Samples, metrics.Sample{
				TimeSeries: metrics.TimeSeries{Metric: m.events, Tags: tags}, Time: time.Now(), Value: 1,
			})
			told := runtime.ToValue(map[string]string{"id": event.ID, "name": event.Name, "data": event.Data})
			if err := follower.call("event", told); err != nil {
				return nil, err
			}
		case err := <-ended:
			if err != nil && ctx.Err() == nil {
				result.Error = err.Error()
				return result, follower.call("error", runtime.ToValue(err.Error()))
			}
			return result, nil
		case <-follower.closed:
			return result, nil
		case <-ctx.Done():
			return result, nil
		}
	}
}

func (m *module) readParams(params *sobek.Object, request *http.Request, tags **metrics.TagSet) error {
	if params == nil {
		return nil
	}
	pairs := func(name string, take func(key, value string)) error {
		value := params.Get(name)
		if value == nil || sobek.IsUndefined(value) || sobek.IsNull(value) {
			return nil
		}
		object, ok := value.(*sobek.Object)
		if !ok {
			return fmt.Errorf("%s of a stream is an object", name)
		}
		for _, key := range object.Keys() {
			take(key, object.Get(key).String())
		}
		return nil
	}
	if err := pairs("headers", request.Header.Set); err != nil {
		return err
	}
	return pairs("tags", func(key, value string) { *tags = (*tags).With(key, value) })
}
