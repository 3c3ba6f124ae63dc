// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

// The embedded network's director: the only sender that may move the scenery. No such power exists on the real chains.
address constant DIRECTOR = 0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266;

/// What the director alone may set off, directly or through other scenery.
abstract contract Staged {
    modifier staged() {
        require(tx.origin == DIRECTOR, 'Staged/only-director');
        _;
    }
}

/// An account whose calls the director speaks: market users, treasuries, governance proxies.
contract Actor is Staged {
    function doCall(address target, bytes calldata data) external virtual staged returns (bytes memory) {
        (bool ok, bytes memory result) = target.call(data);
        if (!ok) assembly { revert(add(result, 32), mload(result)) }
        return result;
    }

    receive() external payable {}
}
