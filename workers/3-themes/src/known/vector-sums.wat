;; Sums over rows of 32-bit numbers, sixteen at a time. All addresses and lengths are in bytes; a length is a multiple of 64.
;; Built into model/vector-sums.wasm by scripts/assemble-vector-sums.ts; used by vector-sums.ts, which says what each does.
(module
  (memory (export "memory") 1)

  ;; target = base + Σ row, over the rows of a list of addresses
  (func (export "addRows") (param $target i32) (param $base i32) (param $list i32) (param $count i32) (param $length i32)
    (local $column i32) (local $at i32) (local $end i32) (local $row i32)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local.set $end (i32.add (local.get $list) (i32.shl (local.get $count) (i32.const 2))))
    (block $done
      (loop $columns
        (br_if $done (i32.ge_u (local.get $column) (local.get $length)))
        (local.set $row (i32.add (local.get $base) (local.get $column)))
        (local.set $a (v128.load (local.get $row)))
        (local.set $b (v128.load offset=16 (local.get $row)))
        (local.set $c (v128.load offset=32 (local.get $row)))
        (local.set $d (v128.load offset=48 (local.get $row)))
        (local.set $at (local.get $list))
        (block $summed
          (loop $rows
            (br_if $summed (i32.ge_u (local.get $at) (local.get $end)))
            (local.set $row (i32.add (i32.load (local.get $at)) (local.get $column)))
            (local.set $a (f32x4.add (local.get $a) (v128.load (local.get $row))))
            (local.set $b (f32x4.add (local.get $b) (v128.load offset=16 (local.get $row))))
            (local.set $c (f32x4.add (local.get $c) (v128.load offset=32 (local.get $row))))
            (local.set $d (f32x4.add (local.get $d) (v128.load offset=48 (local.get $row))))
            (local.set $at (i32.add (local.get $at) (i32.const 4)))
            (br $rows)))
        (local.set $row (i32.add (local.get $target) (local.get $column)))
        (v128.store (local.get $row) (local.get $a))
        (v128.store offset=16 (local.get $row) (local.get $b))
        (v128.store offset=32 (local.get $row) (local.get $c))
        (v128.store offset=48 (local.get $row) (local.get $d))
        (local.set $column (i32.add (local.get $column) (i32.const 64)))
        (br $columns))))

  ;; target += what each feature of a list weighs; gives square + Σ value². A record of `records` is sixteen bytes:
  ;;   value f32 │ its linear weights i32 │ its row of hidden units i32, 0 for none │ their scale f32
  ;; Linear weights are pairs of bytes (column, weight) that end where those of the next record begin; a weight counts times the scale
  ;; of its column. A row of hidden units is `count` 8-bit numbers, a multiple of 8, and is added `units` bytes beyond the target.
  (func (export "addFeatures") (param $target i32) (param $list i32) (param $features i32) (param $records i32) (param $scales i32)
    (param $units i32) (param $count i32) (param $square f64) (result f64)
    (local $stop i32) (local $record i32) (local $at i32) (local $end i32) (local $to i32) (local $value f64)
    (local $scale v128) (local $eight v128)
    (local.set $stop (i32.add (local.get $list) (i32.shl (local.get $features) (i32.const 2))))
    (block $done
      (loop $each
        (br_if $done (i32.ge_u (local.get $list) (local.get $stop)))
        (local.set $record (i32.add (local.get $records) (i32.shl (i32.load (local.get $list)) (i32.const 4))))
        (local.set $list (i32.add (local.get $list) (i32.const 4)))
        (local.set $value (f64.promote_f32 (f32.load (local.get $record))))
        (local.set $square (f64.add (local.get $square) (f64.mul (local.get $value) (local.get $value))))
        (local.set $at (i32.load offset=4 (local.get $record)))
        (local.set $end (i32.load offset=20 (local.get $record)))
        (block $weighed
          (loop $columns
            (br_if $weighed (i32.ge_u (local.get $at) (local.get $end)))
            (local.set $to (i32.shl (i32.load8_u (local.get $at)) (i32.const 2)))
            (f32.store (i32.add (local.get $target) (local.get $to))
              (f32.demote_f64
                (f64.add
                  (f64.promote_f32 (f32.load (i32.add (local.get $target) (local.get $to))))
                  (f64.mul
                    (f64.mul (local.get $value) (f64.convert_i32_s (i32.load8_s offset=1 (local.get $at))))
                    (f64.promote_f32 (f32.load (i32.add (local.get $scales) (local.get $to))))))))
            (local.set $at (i32.add (local.get $at) (i32.const 2)))
            (br $columns)))
        (local.set $at (i32.load offset=8 (local.get $record)))
        (br_if $each (i32.eqz (local.get $at)))
        (local.set $end (i32.add (local.get $at) (local.get $count)))
        (local.set $to (i32.add (local.get $target) (local.get $units)))
        (local.set $scale (f32x4.splat (f32.mul (f32.load (local.get $record)) (f32.load offset=12 (local.get $record)))))
        (loop $numbers
          (local.set $eight (i16x8.extend_low_i8x16_s (v128.load64_zero (local.get $at))))
          (v128.store (local.get $to)
            (f32x4.add (v128.load (local.get $to))
              (f32x4.mul (local.get $scale) (f32x4.convert_i32x4_s (i32x4.extend_low_i16x8_s (local.get $eight))))))
          (v128.store offset=16 (local.get $to)
            (f32x4.add (v128.load offset=16 (local.get $to))
              (f32x4.mul (local.get $scale) (f32x4.convert_i32x4_s (i32x4.extend_high_i16x8_s (local.get $eight))))))
          (local.set $to (i32.add (local.get $to) (i32.const 32)))
          (local.set $at (i32.add (local.get $at) (i32.const 8)))
          (br_if $numbers (i32.lt_u (local.get $at) (local.get $end))))
        (br $each)))
    (local.get $square))

  ;; target = base + own × (high − low) + around × (last − high′ + low′), where ′ stands `length` further
  (func (export "combine") (param $target i32) (param $base i32) (param $low i32) (param $high i32) (param $last i32)
    (param $own f32) (param $around f32) (param $length i32)
    (local $at i32) (local $owns v128) (local $arounds v128)
    (local.set $owns (f32x4.splat (local.get $own)))
    (local.set $arounds (f32x4.splat (local.get $around)))
    (block $done
      (loop $columns
        (br_if $done (i32.ge_u (local.get $at) (local.get $length)))
        (v128.store (i32.add (local.get $target) (local.get $at))
          (f32x4.add
            (v128.load (i32.add (local.get $base) (local.get $at)))
            (f32x4.add
              (f32x4.mul (local.get $owns)
                (f32x4.sub
                  (v128.load (i32.add (local.get $high) (local.get $at)))
                  (v128.load (i32.add (local.get $low) (local.get $at)))))
              (f32x4.mul (local.get $arounds)
                (f32x4.add
                  (f32x4.sub
                    (v128.load (i32.add (i32.add (local.get $last) (local.get $length)) (local.get $at)))
                    (v128.load (i32.add (i32.add (local.get $high) (local.get $length)) (local.get $at))))
                  (v128.load (i32.add (i32.add (local.get $low) (local.get $length)) (local.get $at))))))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br $columns))))

  ;; target = bias + Σ unit × row of weights, over the units above 0; `units` lists them, `chosen` has room for as many pairs
  (func (export "activate") (param $target i32) (param $bias i32) (param $units i32) (param $count i32) (param $weights i32)
    (param $chosen i32) (param $length i32)
    (local $column i32) (local $at i32) (local $end i32) (local $row i32) (local $value f32) (local $unit v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local.set $end (local.get $chosen))
    (local.set $row (local.get $weights))
    (block $listed
      (loop $list
        (br_if $listed (i32.eqz (local.get $count)))
        (local.set $value (f32.load (local.get $units)))
        (if (f32.gt (local.get $value) (f32.const 0))
          (then
            (f32.store (local.get $end) (local.get $value))
            (i32.store offset=4 (local.get $end) (local.get $row))
            (local.set $end (i32.add (local.get $end) (i32.const 8)))))
        (local.set $units (i32.add (local.get $units) (i32.const 4)))
        (local.set $row (i32.add (local.get $row) (local.get $length)))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $list)))
    (block $done
      (loop $columns
        (br_if $done (i32.ge_u (local.get $column) (local.get $length)))
        (local.set $row (i32.add (local.get $bias) (local.get $column)))
        (local.set $a (v128.load (local.get $row)))
        (local.set $b (v128.load offset=16 (local.get $row)))
        (local.set $c (v128.load offset=32 (local.get $row)))
        (local.set $d (v128.load offset=48 (local.get $row)))
        (local.set $at (local.get $chosen))
        (block $summed
          (loop $rows
            (br_if $summed (i32.ge_u (local.get $at) (local.get $end)))
            (local.set $unit (v128.load32_splat (local.get $at)))
            (local.set $row (i32.add (i32.load offset=4 (local.get $at)) (local.get $column)))
            (local.set $a (f32x4.add (local.get $a) (f32x4.mul (local.get $unit) (v128.load (local.get $row)))))
            (local.set $b (f32x4.add (local.get $b) (f32x4.mul (local.get $unit) (v128.load offset=16 (local.get $row)))))
            (local.set $c (f32x4.add (local.get $c) (f32x4.mul (local.get $unit) (v128.load offset=32 (local.get $row)))))
            (local.set $d (f32x4.add (local.get $d) (f32x4.mul (local.get $unit) (v128.load offset=48 (local.get $row)))))
            (local.set $at (i32.add (local.get $at) (i32.const 8)))
            (br $rows)))
        (local.set $row (i32.add (local.get $target) (local.get $column)))
        (v128.store (local.get $row) (local.get $a))
        (v128.store offset=16 (local.get $row) (local.get $b))
        (v128.store offset=32 (local.get $row) (local.get $c))
        (v128.store offset=48 (local.get $row) (local.get $d))
        (local.set $column (i32.add (local.get $column) (i32.const 64)))
        (br $columns)))))
