package api

import (
	"context"
	"net/http"
	"time"
)

// pinger is a dependency that can be asked whether it answers.
type pinger interface {
	Ping(ctx context.Context) error
}

type server struct {
	database pinger
	sessions pinger
	uploads  pinger
	started  time.Time
}

// routes is wired to the balancer, to livenessProbe and to readinessProbe by the same path.
func (s *server) routes() *http.ServeMux {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", s.healthz)
	return mux
}

func (s *server) healthz(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusOK)
}
