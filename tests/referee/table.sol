// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// Any contract: answers what its storage says for a calldata, else for its selector, else refuses.
/// A slot's first word is the mode and, above it, the length; what follows stands in the next slots.
contract Table {
    fallback() external payable {
        assembly {
            calldatacopy(0, 0, calldatasize())
            let slot := keccak256(0, calldatasize())
            let header := sload(slot)
            if iszero(header) {
                slot := keccak256(0, 4)
                header := sload(slot)
            }
            let size := shr(8, header)
            switch and(header, 0xff)
            // bytes as they are
            case 1 {
                for { let at := 0 } lt(at, size) { at := add(at, 32) } {
                    mstore(at, sload(add(add(slot, 1), div(at, 32))))
                }
                return(0, size)
            }
            // the last argument × a / b
            case 2 {
                let given := calldataload(sub(calldatasize(), 32))
                mstore(0, div(mul(given, sload(add(slot, 1))), sload(add(slot, 2))))
                return(0, 32)
            }
            // all gas burnt
            case 3 { invalid() }
            default {
                // slot 0 decides whether refusals come without a word
                if sload(0) { revert(0, 0) }
                mstore(0, 1)
                revert(0, 32)
            }
        }
    }
}
