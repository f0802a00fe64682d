module shim

go 1.23
