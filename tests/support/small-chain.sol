// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

/// Knows the items: what a first read has to find.
contract Shelf {
    address[] private items;

    function add(address item) external {
        items.push(item);
    }

    function list() external view returns (address[] memory) {
        return items;
    }
}

/// Holds an amount, and knows who says what it is worth: a second and a third read.
contract Item {
    uint256 public amount;
    address public immutable scale;
    string public symbol;

    constructor(address scale_, string memory symbol_, uint256 amount_) {
        scale = scale_;
        symbol = symbol_;
        amount = amount_;
    }

    function put(uint256 amount_) external {
        amount = amount_;
    }

    function part(uint256 index) external view returns (uint256) {
        return amount + index;
    }
}

contract Scale {
    uint256 public price = 3;

    function weigh(uint256 amount) external view returns (uint256) {
        return amount * price;
    }
}

/// Every bad way to answer.
contract Villain {
    function burn() external pure returns (uint256) {
        assembly {
            invalid()
        }
    }

    function silent() external pure returns (uint256) {
        assembly {
            revert(0, 0)
        }
    }

    function loud() external pure returns (uint256) {
        revert('not today');
    }

    function huge(uint256 bytesOut) external pure returns (bytes memory) {
        return new bytes(bytesOut);
    }
}
